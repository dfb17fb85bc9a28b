print('shown')
